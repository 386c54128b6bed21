# The developer API: the core with Emscripten's own glue, for Node, edge workers and bundlers, a module
# for each concern, so that nobody loads what he does not call. A shopper's page never loads them.

# postlude_developer_module(target name source...): a module of Embind's, NAME.mjs and NAME.wasm.
function(postlude_developer_module target name)
  add_executable(${target} ${ARGN} embind_overrides.cpp libc_overrides.cpp malloc_memory.cpp)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .mjs)
  target_link_libraries(${target} PRIVATE postlude_core postlude_core_flags)
  # Embind names types at run time only where RTTI is on; the core has none.
  target_compile_options(${target} PRIVATE ${POSTLUDE_WASM_COMPILE}
                                           -DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  # web/src/core/start-module.ts finds the bytes and instantiates them, in every host alike.
  target_link_options(
    ${target}
    PRIVATE
    ${POSTLUDE_WASM_LINK}
    --bind
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sUSE_ES6_IMPORT_META=0
    -sENVIRONMENT=web
    -sTEXTDECODER=2
    -sINCOMING_MODULE_JS_API=instantiateWasm)
endfunction()

postlude_developer_module(postlude_developer postlude-core ../embind.cpp)
postlude_developer_module(postlude_developer_render postlude-core-render ../embind_render.cpp)
postlude_developer_module(
  postlude_developer_tracking postlude-core-tracking ../embind_tracking.cpp
  ../developer/courier_answer.cpp ../developer/estimate_answer.cpp)
postlude_developer_module(postlude_developer_classify postlude-core-classify ../embind_classify.cpp
                          ../developer/meaning_answer.cpp)
# The linker would sort the strings of all tables by their ends; in the tables' own order, language by
# language, they compress by 3 KB more.
target_link_options(postlude_developer_classify PRIVATE -Wl,-O0)
# For tests/web/scenarios.test.mjs alone.
postlude_developer_module(postlude_developer_scenario postlude-core-scenario ../embind_scenario.cpp
                          ../developer/run_scenario.cpp)
