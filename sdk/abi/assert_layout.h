/* Includes the recorded layout of a contract and stops the compiler where plugin.h no longer has it. C99 and later, C++20.
   Member types are compared where the language can: C11 (_Generic) and C++. */
#include <attache/plugin.h>

#include <stddef.h>

#ifdef __cplusplus
#include <type_traits>
#define ATTACHE_ASSERT(condition, text) static_assert(condition, text);
#define ATTACHE_MEMBER(type, member, ...) \
  static_assert(std::is_same_v<decltype(type::member), std::type_identity_t<__VA_ARGS__>>, #type "." #member);
#elif __STDC_VERSION__ >= 201112L
#define ATTACHE_ASSERT(condition, text) _Static_assert(condition, text);
#define ATTACHE_MEMBER(type, member, ...) \
  _Static_assert(_Generic(&((type*)0)->member, __typeof__(__VA_ARGS__)* : 1, default : 0), #type "." #member);
#else
#define ATTACHE_JOIN2(a, b) a##b
#define ATTACHE_JOIN(a, b) ATTACHE_JOIN2(a, b)
#define ATTACHE_ASSERT(condition, text) extern char ATTACHE_JOIN(attache_assert_, __LINE__)[(condition) ? 1 : -1];
#define ATTACHE_MEMBER(type, member, ...)
#endif
#define ATTACHE_SIZE(type, bytes) ATTACHE_ASSERT(sizeof(type) == (bytes), "sizeof(" #type ")")
#define ATTACHE_OFFSET(type, member, bytes) ATTACHE_ASSERT(offsetof(type, member) == (bytes), #type "." #member)
#define ATTACHE_CONSTANT(name, value) ATTACHE_ASSERT((name) == (value), #name)

#include ATTACHE_LAYOUT
