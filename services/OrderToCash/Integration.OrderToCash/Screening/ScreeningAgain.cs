using System.Collections.Concurrent;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.OrderToCash.Saga;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Sagas;

namespace Integration.OrderToCash.Screening;

/// <summary>
/// Has what rules stopped looked at again when the rules change, once per change: a walk over the sagas that stand still, whose place is a row and
/// commits with the messages of each step (<c>docs/adr/0042-changed-rules-look-again-at-what-they-stopped.md</c>).
/// </summary>
internal sealed class ScreeningAgain(IScreening screening, SagaPages<OrderSaga> sagas, IDatabase database, IOutbox outbox, TimeProvider clock)
{
    /// <summary>As many orders are looked at again in one step.</summary>
    internal const int Batch = 50;

    private const int Page = 200;
    private const int PerSecond = 25;

    /// <summary>An order that was being screened by the old rules while the new ones came stands still within this time.</summary>
    private static readonly TimeSpan OldRulesAreGone = TimeSpan.FromSeconds(3);

    private static readonly string[] Stopped = [nameof(OrderStateMachine.OnHold), nameof(OrderStateMachine.Rejected)];
    private readonly ConcurrentDictionary<string, string> _seen = new(StringComparer.Ordinal);

    /// <summary>Begins a walk when the pair's rules changed, and carries one that is due a step on.</summary>
    public async Task FollowAsync(string pair, CancellationToken ct)
    {
        var stamp = screening.Stamp(pair);
        // Each process tells only of what changed for itself: two that see different files must not begin walk after walk. One that sees the change later
        // than others begins anew, as it may have screened by the old rules meanwhile.
        var before = _seen.GetValueOrDefault(pair);
        if (before != stamp)
        {
            var nextAt = (clock.GetUtcNow() + OldRulesAreGone).ToUnixTimeMilliseconds();
            await database.TransactAsync((unit, token) => LookAsync(unit, pair, stamp, before is not null, nextAt, token), ct);
            _seen[pair] = stamp;
        }

        if (await database.ReadAsync((unit, token) => FindDueAsync(unit, pair, "", token), ct) is not null)
            await database.TransactAsync((unit, token) => StepAsync(unit, pair, token), ct);
    }

    private static Task<int> LookAsync(IUnit unit, string pair, string stamp, bool saw, long nextAt, CancellationToken ct) => unit.ExecuteAsync(
        // Rules that cannot be used let nothing go on; those that come after them do. A pair that is new has nothing to walk over.
        """
        INSERT INTO screen_again (pair, stamp, walking, after_id, next_at) VALUES (@pair, @stamp, 0, '', 0)
        ON CONFLICT (pair) DO UPDATE SET stamp = excluded.stamp, walking = @walking, after_id = '', next_at = @nextAt
        WHERE screen_again.stamp <> excluded.stamp OR @saw = 1
        """,
        new { pair, stamp, walking = stamp.Length > 0 ? 1 : 0, saw = saw ? 1 : 0, nextAt }, ct);

    private Task<string?> FindDueAsync(IUnit unit, string pair, string lockRow, CancellationToken ct) => unit.FirstOrDefaultAsync<string>(
        $"SELECT after_id FROM screen_again WHERE pair = @pair AND walking = 1 AND next_at <= @now{lockRow}", new { pair, now = clock.UnixMs() }, ct);

    private async Task StepAsync(IUnit unit, string pair, CancellationToken ct)
    {
        if (await FindDueAsync(unit, pair, unit.Dialect.ForUpdate, ct) is not { } after) return;
        var page = await sagas.NextAsync(unit, Stopped, after, Page, ct);
        var sent = 0;
        foreach (var saga in page)
        {
            if (sent == Batch) break;
            after = saga.CorrelationId.ToString();
            if (saga.Pair != pair) continue;
            await outbox.EnqueueAsync(unit, Queues.OrderToCash(pair), new ScreenOrderAgain(saga.Key()), ct);
            sent++;
        }

        var ends = page.Count < Page && sent < Batch;
        await unit.ExecuteAsync(
            "UPDATE screen_again SET walking = @walking, after_id = @after, next_at = @nextAt WHERE pair = @pair",
            new { pair, walking = ends ? 0 : 1, after, nextAt = clock.UnixMs() + (sent * 1000L / PerSecond) }, ct);
    }
}
