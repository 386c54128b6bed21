#pragma once

#include <vector>

#include "core/offer/candidate.h"

namespace postlude::offer {

/// Returns the candidates by their offer ids; two with one id in any order. They outlive the list.
std::vector<const Candidate*> sorted_by_id(const std::vector<Candidate>& candidates);

}  // namespace postlude::offer
