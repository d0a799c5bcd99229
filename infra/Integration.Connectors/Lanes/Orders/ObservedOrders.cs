using System.Text.Json;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Secrets;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>
/// What a pair that only observes would have written: the submission and its calls, sealed. When the pair goes live the submissions are
/// sent again, so that no order since <c>from</c> is left out.
/// </summary>
internal sealed class ObservedOrders(IDatabase database, IOutbox outbox, ISealer sealer, EmailHash emails, Timeline timeline, TimeProvider time)
{
    /// <summary>Purpose of the sealed texts.</summary>
    public const string Purpose = "observation";
    private const int Batch = 50;

    public async Task StoreAsync(IUnit unit, SubmitSalesOrder submit, IReadOnlyList<PlannedCall> plan, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        await unit.ExecuteAsync(
            """
            INSERT INTO observation (pair, order_id, number, submission, plan, email_hash, seen_at)
            VALUES (@Pair, @OrderId, @Number, @submission, @plan, @emailHash, @now)
            ON CONFLICT (pair, order_id) DO UPDATE SET submission = excluded.submission, plan = excluded.plan, seen_at = excluded.seen_at
            """,
            new
            {
                submit.Key.Pair, submit.Key.OrderId, submit.Order.Number, submission = Seal(submit), plan = Seal(plan),
                emailHash = await emails.OfAsync(unit, submit.Order.Customer.Email, ct), now = time.UnixMs(),
            },
            ct);
        var shown = string.Join(", ", plan.Select(call => $"{call.Method} {Http.Masking.Target(call.Target)}"));
        await timeline.TellAsync(unit, LaneNames.Orders, submit.Key, submit.Order.Number,
            $"Observed only; live it would send: {(shown.Length > 0 ? shown : "nothing")}.", RecordStates.Observed, calls, ct);
    }

    /// <summary>The calls that would have been made for an order, or null.</summary>
    public async Task<IReadOnlyList<PlannedCall>?> PlanAsync(string pair, string orderId, CancellationToken ct) =>
        await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<byte[]>(
            "SELECT plan FROM observation WHERE pair = @pair AND order_id = @orderId", new { pair, orderId }, token), ct) is { } plan
            ? JsonSerializer.Deserialize<IReadOnlyList<PlannedCall>>(sealer.Open(plan, Purpose), ContractsJson.Options)
            : null;

    /// <summary>Sends a batch of what was observed, once the pair is live.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> ReleaseAsync(PairDefinition pair, CancellationToken ct) => pair.Mode != PairMode.Live ? 0 : await database.TransactAsync(
        async (unit, token) =>
        {
            var rows = await unit.ListAsync<Row>(
                $"SELECT order_id AS OrderId, submission AS Submission FROM observation WHERE pair = @Name ORDER BY seen_at LIMIT {Batch}",
                new { pair.Name }, token);
            foreach (var row in rows)
            {
                var submit = JsonSerializer.Deserialize<SubmitSalesOrder>(sealer.Open(row.Submission, Purpose), ContractsJson.Options)!;
                await outbox.EnqueueAsync(unit, Queues.OrdersSubmit(pair.Name), submit, token);
                await unit.ExecuteAsync("DELETE FROM observation WHERE pair = @Name AND order_id = @OrderId", new { pair.Name, row.OrderId }, token);
            }

            return rows.Count;
        },
        ct);

    private byte[] Seal<T>(T value) => sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(value, ContractsJson.Options), Purpose);

    private sealed record Row
    {
        public string OrderId { get; init; } = "";

        public byte[] Submission { get; init; } = [];
    }
}
