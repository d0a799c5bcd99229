using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Reads the accounts of one pair's storefront and tells the ERP's adapter which are new or changed.</summary>
internal sealed class AccountSource(
    Connected connected, string pairName, IStorefrontCustomers accounts, IDatabase database, IOutbox outbox, Timeline timeline, IntegrationMetrics metrics) : ILookSource<Customer>
{
    public string Scope => pairName;

    public string Entity => Entities.Customer;

    private PairDefinition Pair => connected.Pair(pairName) ?? throw new InvalidOperationException($"Pair {pairName} is gone; its reader is about to stop.");

    /// <summary>What makes an account known as one: we wrote to it.</summary>
    public static Link Tie(string pair, string id, string erpId) => new() { Scope = pair, Entity = Entities.Customer, StorefrontId = id, Connection = "", ErpId = erpId, ErpNumber = erpId };

    public async Task<ReadOutcome<Customer>> ReadAsync(string id, CancellationToken ct) =>
        await database.ReadAsync((unit, token) => LinkStore.OfStorefrontAsync(unit, pairName, Entities.Customer, id, token), ct) is null
            ? await accounts.ReadAsync(Pair, id, ct)
            : await accounts.ReadKnownAsync(Pair, id, ct);

    public LookContent Describe(Customer customer) => new(
        JsonSerializer.Serialize(customer with { CreatedAt = null, ChangedAt = null }, ContractsJson.Options),
        JsonSerializer.SerializeToUtf8Bytes(customer, ContractsJson.Options),
        TimeSpan.FromDays(Pair.SnapshotDays), customer.ChangedAt, customer.Email);

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, Customer customer, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        await outbox.EnqueueAsync(unit, CustomerQueues.Erp(pairName), new CustomerChanged(pairName, sequence, customer, row.FoundBy), ct);
        await timeline.TellAsync(unit, CustomerQueues.ToErp, Key(row.Id), $"Read in the shop (found by {row.FoundBy}).", null, calls, ct);
        unit.AfterCommit(() => metrics.In(pairName, CustomerQueues.ToErp));
        return new LookDecision("told");
    }

    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        await timeline.TellAsync(unit, CustomerQueues.ToErp, Key(row.Id), "Deleted in the shop; the ERP keeps the customer.", null, calls, ct);
        return "gone";
    }

    public Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct) => timeline.RaiseAsync(
        unit, CustomerQueues.ToErp, Key(row.Id), AttentionClasses.Unreadable, reasons, "Mend the cause, then retry.",
        Timeline.Retry(CustomerQueues.Reread(pairName), new RereadRecord(pairName, Entities.Customer, row.Id, "console")), ct);

    private RecordKey Key(string id) => new(pairName, Entities.Customer, id, id);
}
