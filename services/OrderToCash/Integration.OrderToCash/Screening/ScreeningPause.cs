using Integration.Connectors.Flows;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.OrderToCash.Screening;

/// <summary>
/// The pause of a pair's screening: begun by a rule that stops order after order, ended by other rules or by a person. Only orders that are
/// to be screened wait, in the saga's Screening state; everything else of the pair goes on.
/// </summary>
internal sealed class ScreeningPause(LaneGuard guard, IScreening screening, IDatabase database, IInbox inbox, IOutbox outbox)
{
    public static LaneKey KeyOf(string pair) => new(pair, "orders", LaneHalves.Screening);

    /// <summary>Prefix of the timers on which the orders of a pair wait.</summary>
    public static string Timers(string pair) => $"lane:{pair}:";

    /// <summary>The pause, or null when the order may be screened.</summary>
    public Task<LanePause?> FindAsync(IUnit unit, string pair, CancellationToken ct) => guard.FindSoonAsync(unit, KeyOf(pair), ct);

    /// <summary>Counts what the rules made of an order.</summary>
    /// <returns>True when the order goes the way that they say; false when the screening is paused now.</returns>
    public async Task<bool> CountAsync(IUnit unit, string pair, string orderId, ScreeningResult result, CancellationToken ct)
    {
        if (result.Verdict == Contracts.OrderToCash.ScreeningVerdict.Pass)
        {
            await guard.WorkedAsync(unit, KeyOf(pair), ct);
            return true;
        }

        var stop = new RuleStop(FlowDocuments.Name, result.Version, screening.Stamp(pair), [.. result.Suspects.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        return stop.Rules.Count == 0 || await guard.FailedAsync(unit, KeyOf(pair), orderId, stop, Queues.OrderToCash(pair), ct);
    }

    /// <summary>Ends the pause when the rules are others by now.</summary>
    public async Task FollowAsync(string pair, CancellationToken ct)
    {
        if (await guard.FindAsync(KeyOf(pair), ct) is { } pause && pause.Stamp != screening.Stamp(pair))
        {
            await database.TransactAsync((unit, token) => EndAsync(unit, pair, "The rules changed.", token), ct);
        }
    }

    /// <summary>A person ends it.</summary>
    public Task ResumeAsync(ConsumeContext<ResumeLane> context) => database.TransactAsync(
        async (unit, token) =>
        {
            if (await inbox.TakeAsync(unit, Receipt.From(context), token)) await EndAsync(unit, context.Message.Pair, $"Resumed by {context.Message.Operator}.", token);
        },
        context.CancellationToken);

    private async Task EndAsync(IUnit unit, string pair, string why, CancellationToken ct)
    {
        await guard.ResumeAsync(unit, KeyOf(pair), why, Queues.OrderToCash(pair), ct);
        await outbox.BringForwardAsync(unit, Timers(pair), ct);
    }
}
