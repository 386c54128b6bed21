# The developer API: embind.cpp over the whole core, with Emscripten's own glue, for Node, edge
# workers and bundlers. A shopper's page never loads it.

add_executable(postlude_developer ../embind.cpp ../developer/run_scenario.cpp)
set_target_properties(postlude_developer PROPERTIES OUTPUT_NAME postlude-core SUFFIX .mjs)
target_link_libraries(postlude_developer PRIVATE postlude_core postlude_core_flags)
# Embind names types at run time only where RTTI is on; the core has none.
target_compile_options(postlude_developer PRIVATE ${POSTLUDE_WASM_COMPILE}
                                                  -DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
target_link_options(
  postlude_developer
  PRIVATE
  ${POSTLUDE_WASM_LINK}
  --bind
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sUSE_ES6_IMPORT_META=1
  -sENVIRONMENT=web,worker,node
  -sTEXTDECODER=2
  -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm,locateFile)
