using Integration.Platform.Database;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

/// <summary>The relay's statements on table <c>outbox</c>.</summary>
internal sealed class OutboxStore(IDatabase database, IOptions<MessagingOptions> options, TimeProvider clock)
{
    /// <summary>The due time of a message that its queue gave up on the in-memory transport.</summary>
    public const long Dead = long.MaxValue;

    // Two minutes doubled five times is about an hour.
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(2);
    private const int Doublings = 5;

    /// <summary>
    /// How long a row rests after it was first taken for sending. On RabbitMQ it is deleted on the broker's confirm long
    /// before; in memory only the consumer deletes it, so it rests twice as long each time.
    /// </summary>
    public static TimeSpan Rest(MessagingOptions options) => options.IsRabbitMq ? options.RelayClaim : FirstRest;

    /// <summary>Takes due rows, oldest due first; other replicas do not see them until their rest is over.</summary>
    public Task<IReadOnlyList<OutboxRow>> ClaimAsync(int limit, CancellationToken ct) => database.TransactAsync(
        (unit, token) => unit.ListAsync<OutboxRow>(
            $"""
            UPDATE outbox
            SET due_at = @now + @rest * (1 << CASE WHEN attempts < @doublings THEN attempts ELSE @doublings END),
                attempts = attempts + 1
            WHERE id IN (SELECT id FROM outbox WHERE due_at <= @now ORDER BY due_at LIMIT @limit{unit.Dialect.ForUpdateSkipLocked})
            RETURNING {OutboxRow.Columns}
            """,
            new
            {
                now = clock.UnixMs(),
                limit,
                rest = (long)Rest(options.Value).TotalMilliseconds,
                doublings = options.Value.IsRabbitMq ? 0 : Doublings,
            },
            token),
        ct);

    /// <summary>Whether anything is due; spares the embedded database a write transaction per poll.</summary>
    public Task<bool> IsAnyDueAsync(CancellationToken ct) => database.ReadAsync(
        async (unit, token) => await unit.FirstOrDefaultAsync<long?>(
            "SELECT 1 FROM outbox WHERE due_at <= @now LIMIT 1", new { now = clock.UnixMs() }, token) is not null,
        ct);

    public Task DeleteAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => database.TransactAsync(
        (unit, token) => unit.ExecuteAsync($"DELETE FROM outbox WHERE {unit.Dialect.In("id", "ids")}", new { ids = ids.ToArray() }, token),
        ct);

    /// <summary>Rows that could not be sent come up again after a back-off of 1 s, 2 s … 30 s.</summary>
    public Task PostponeAsync(IReadOnlyCollection<OutboxRow> rows, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            foreach (var same in rows.GroupBy(row => Math.Min(row.Attempts, 10)))
            {
                var wait = Backoff.After(same.Key, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
                await unit.ExecuteAsync(
                    $"UPDATE outbox SET due_at = @due WHERE {unit.Dialect.In("id", "ids")}",
                    new { due = clock.UnixMs() + (long)wait.TotalMilliseconds, ids = same.Select(row => row.Id).ToArray() },
                    token);
            }
        },
        ct);

    /// <summary>In memory: everything sent before and not handled is due now; of one queue, or of all after a start.</summary>
    public Task ResendAsync(string? queue, CancellationToken ct) => database.TransactAsync(
        (unit, token) => unit.ExecuteAsync(
            "UPDATE outbox SET due_at = @now WHERE attempts > 0 AND due_at < @dead AND (@queue IS NULL OR queue = @queue)",
            new { now = clock.UnixMs(), dead = Dead, queue },
            token),
        ct);

    /// <summary>In memory: the queue gave the message up.</summary>
    public Task BuryAsync(string queue, Guid messageId, CancellationToken ct) => database.TransactAsync(
        (unit, token) => unit.ExecuteAsync(
            "UPDATE outbox SET due_at = @dead WHERE id = @id AND queue = @queue",
            new { dead = Dead, id = messageId.ToString(), queue },
            token),
        ct);

    /// <summary>In memory: back to work. False when there is no such dead message.</summary>
    public Task<bool> ReviveAsync(string queue, Guid messageId, CancellationToken ct) => database.TransactAsync(
        async (unit, token) => await unit.ExecuteAsync(
            "UPDATE outbox SET due_at = @now, attempts = 0 WHERE id = @id AND queue = @queue AND due_at = @dead",
            new { now = clock.UnixMs(), dead = Dead, id = messageId.ToString(), queue },
            token) == 1,
        ct);
}
