using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Creates an order, header and lines in one change set, whose answers also show what was stored.</summary>
internal sealed class OrderCreation(FinanceClient client, OrderStore store, OrderLookup lookup, DynamicsSettings settings, UniqueNumber unique)
{
    /// <summary>The navigation over which lines of a header that has no number yet are made; V4 has none.</summary>
    private const string LinesOfNewHeader = "$1/SalesOrderLines?cross-company=true";

    /// <summary>The calls of the change set: the header's first.</summary>
    public IReadOnlyList<BatchCall> Calls(OrderDocument document) =>
    [
        new BatchCall(HttpMethod.Post, FinanceClient.Target(settings.HeaderEntity), document.Header),
        .. document.Lines.Select(line => new BatchCall(HttpMethod.Post, settings.Numbering == Numbering.Ours ? FinanceClient.Target(settings.LineEntity) : LinesOfNewHeader, line)),
    ];

    /// <summary>Sends the order. A refusal that may mean that the order is there already is resolved by a look.</summary>
    public async Task<WriteOutcome> RunAsync(string reference, OrderDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        var answer = await client.BatchAsync(Calls(document), ct);
        if (answer.Failure is WriteOutcome.Rejected rejected)
        {
            var named = RefusedLine.Named(rejected, answer.FailedCall, [null, .. document.Lines], document.Lines);
            return settings.Numbering == Numbering.Ours ? await ResolveAsync(reference, document, named, ct) : Hinted(named);
        }

        if (answer.Failure is { } failure) return failure;
        var number = answer.Bodies[0]?.Text("SalesOrderNumber") ?? document.Header.Text("SalesOrderNumber");
        if (number.Length == 0) return new WriteOutcome.Unknown("F&O answered a write without an order number.");
        if (answer.Bodies.All(body => body is not null))
            return Compared(document, Stored(answer.Bodies, number));
        var (stored, unread) = await store.ReadAsync(number, [], ct);
        return stored is null ? new WriteOutcome.Unknown($"The order {number} was written and cannot be read back{(unread is null ? "" : " now")}.") : Compared(document, stored);
    }

    // A line that was made and hangs on another order, or on none, is missing here.
    private static StoredOrder Stored(IReadOnlyList<JsonObject?> bodies, string number) => new(
        new FinanceRecord(bodies[0]!),
        StoredOrder.InOrder(bodies.Skip(1).Select(body => new FinanceRecord(body!)).Where(line => OrderComparison.Same(line.Text("SalesOrderNumber"), number))));

    private WriteOutcome Compared(OrderDocument document, StoredOrder stored)
    {
        if (stored.Number.Length == 0) return new WriteOutcome.Unknown("F&O answered a write without an order number.");
        var differences = OrderComparison.Differences(document, stored);
        if (differences.Any(difference => difference.Field == "header.SalesOrderNumber"))
        {
            unique.Disprove();
            differences = [.. differences, new Reason("header.SalesOrderNumber", "F&O took a number of its own: set the number sequence of sales orders to manual, or the setting numbering to \"erp\".")];
        }

        return differences.Count == 0 ? new WriteOutcome.Done(OrderId.Ref(stored.Number), OrderReading.Echo(stored, settings.Items)) : new WriteOutcome.Differs(OrderId.Ref(stored.Number), differences);
    }

    // That lines of a header can be made within its own change set is OData's way and not known of F&O.
    private static WriteOutcome.Rejected Hinted(WriteOutcome.Rejected rejected) => rejected.Reasons.Any(reason => reason.Field.Length > 0)
        ? rejected
        : new WriteOutcome.Rejected([.. rejected.Reasons, new Reason("header.SalesOrderNumber", "If F&O takes no lines of a header that the same change set makes, give web orders a manual number sequence and set numbering to \"ours\".")]);

    // The texts of a refused number are not documented, so whatever was refused is looked for.
    private async Task<WriteOutcome> ResolveAsync(string reference, OrderDocument document, WriteOutcome rejected, CancellationToken ct)
    {
        switch (await lookup.FindAsync(reference, document, ct))
        {
            case LookOutcome.Same same: return new WriteOutcome.AlreadyDone(same.Ref);
            case LookOutcome.Different different: return new WriteOutcome.Differs(different.Ref, different.Fields);
            case LookOutcome.Failed failed: return failed.Outcome;
            default: return rejected;
        }
    }
}
