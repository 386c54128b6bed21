#pragma once

#include "demo/server/database.h"

namespace postlude::server {

/// Brings the schema up to the newest version, one transaction a step. Throws DatabaseError when
/// the file was written by a newer server.
void migrate(Database& database);

}  // namespace postlude::server
