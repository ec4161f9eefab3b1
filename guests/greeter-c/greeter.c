// The greeter in C. `guest.h` is made of the WIT when this is built.

#include <stdlib.h>
#include <string.h>

#include "guest.h"

// The word, a name that is taken over, and an exclamation mark.
static guest_string_t exclaim(const char *word, guest_string_t *name) {
  size_t before = strlen(word);
  guest_string_t text = {malloc(before + name->len + 1), before + name->len + 1};
  if (!text.ptr) abort();
  memcpy(text.ptr, word, before);
  memcpy(text.ptr + before, name->ptr, name->len);
  text.ptr[text.len - 1] = '!';
  guest_string_free(name);
  return text;
}

static bool is(const guest_string_t *name, const char *other) {
  return name->len == strlen(other) && memcmp(name->ptr, other, name->len) == 0;
}

// Wraps around, where a signed number would be undefined behaviour.
static int32_t negated(int32_t n) {
  return (int32_t)(0 - (uint32_t)n);
}

void exports_fidius_greeter_greeter_greet(guest_string_t *name, guest_string_t *ret) {
  *ret = exclaim("Hello, ", name);
}

void exports_fidius_greeter_greeter_mirror(exports_fidius_greeter_greeter_point_t *p, bool both,
                                           exports_fidius_greeter_greeter_point_t *ret) {
  ret->x = negated(p->x);
  ret->y = both ? negated(p->y) : p->y;
}

bool exports_fidius_greeter_greeter_farewell(guest_string_t *name, guest_string_t *ret,
                                             exports_fidius_greeter_greeter_farewell_error_t *err) {
  if (is(name, "night")) {
    guest_string_free(name);
    err->tag = EXPORTS_FIDIUS_GREETER_GREETER_FAREWELL_ERROR_ASLEEP;
    return false;
  }
  if (is(name, "stranger")) {
    err->tag = EXPORTS_FIDIUS_GREETER_GREETER_FAREWELL_ERROR_UNKNOWN;
    err->val.unknown = *name;
    return false;
  }
  *ret = exclaim("Goodbye, ", name);
  return true;
}
