#pragma once

// What most files need of cpp-httplib, whose header is the costliest to compile here.
namespace httplib {
struct Request;
struct Response;
class Server;
}  // namespace httplib
