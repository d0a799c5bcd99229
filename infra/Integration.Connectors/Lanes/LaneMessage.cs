using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes;

/// <summary>
/// Handles one message of a lane's writing half: once, only while the connection is open, and put back with a due time when it cannot be
/// finished now (never by throwing, which would burn the broker's delivery limit).
/// </summary>
internal sealed class LaneMessage(IDatabase database, IInbox inbox, IOutbox outbox, BackOffSteps steps, TimeProvider time)
{
    private static readonly TimeSpan WhileClosed = TimeSpan.FromSeconds(2);

    private readonly DeliveryTurns _turns = new();

    /// <summary>Runs the work, unless the message was handled before.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="connected">The connection it needs.</param>
    /// <param name="work">Does it; takes the receipt in its own transaction, or answers what it waits for.</param>
    public async Task HandleAsync<T>(ConsumeContext<T> context, Connected connected, Func<Receipt, CallLog, CancellationToken, Task<EffectRun.Postponed?>> work)
        where T : class
    {
        var ct = context.CancellationToken;
        var receipt = Receipt.From(context);
        using var turn = await _turns.TakeAsync(receipt, ct);
        if (await database.ReadAsync((unit, token) => inbox.WasTakenAsync(unit, receipt, token), ct)) return;
        if (!await connected.Gate.OpensSoonAsync(ct))
        {
            await PutBackAsync(receipt, context.Message, time.GetUtcNow() + WhileClosed, ct);
            return;
        }

        using var log = CallLog.Begin();
        if (await work(receipt, log, ct) is not { } postponed)
        {
            steps.Done(receipt.Queue, context.Message);
            connected.Gate.Worked();
            return;
        }

        if (postponed.Outcome is { } outcome) connected.Gate.Report(outcome);
        if (postponed.Untried)
        {
            await PutBackAsync(receipt, context.Message, postponed.Until, ct);
            return;
        }

        // A merchant may wait longer, never shorter than the system or an effect in doubt asks for.
        var step = time.GetUtcNow() + steps.Next(receipt.Queue, context.Message);
        await PutBackAsync(receipt, context.Message, step > postponed.Until ? step : postponed.Until, ct);
    }

    /// <summary>Runs the work in one transaction together with the receipt; nothing when the message was handled before.</summary>
    public Task OnceAsync(Receipt receipt, Func<IUnit, CancellationToken, Task> work, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            if (await inbox.TakeAsync(unit, receipt, token)) await work(unit, token);
        },
        ct);

    private Task PutBackAsync<T>(Receipt receipt, T message, DateTimeOffset until, CancellationToken ct) where T : class =>
        OnceAsync(receipt, (unit, token) => outbox.EnqueueAsync(unit, receipt.Queue, message, token, new OutboxSend { DueAt = until }), ct);
}
