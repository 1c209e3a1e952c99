/* What openeom.h needs of stddef.h, as far as a reader of declarations cares. */
typedef unsigned long size_t;
#define NULL ((void *)0)
