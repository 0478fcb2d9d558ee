package io.pilotage.rollout;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Reviews of rings. */
interface RingReviews extends CrudRepository<RingReview, String> {

    List<RingReview> findByPilotKeyOrderByReviewedAtDesc(String pilotKey);
}
