namespace Integration.Contracts.Operations;

/// <summary>
/// Follows a backfill's records into the queue of the lane's writing half, which sends it back as <see cref="BackfillMarkPassed"/>: so the reading half knows how
/// far the writing half is, and never fills its queue.
/// </summary>
/// <param name="Run">The backfill's run.</param>
/// <param name="Page">The page that it follows.</param>
/// <param name="ReplyTo">The queue to send it back to.</param>
public sealed record BackfillMark(Guid Run, long Page, string ReplyTo);
