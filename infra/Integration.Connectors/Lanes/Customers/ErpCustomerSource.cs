using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>Reads the ERP's customers and asks for a comparison in every pair that knows the customer, or wants to.</summary>
internal sealed class ErpCustomerSource(
    Connected connected, IErp erp, ICustomerRecords records, TwoWayStore store, CustomerMappings mappings, IOutbox outbox, IntegrationMetrics metrics, ILogger log) : ILookSource<ErpCustomer>
{
    public string Scope { get; } = LookKey.OfConnection(connected.Name);

    public string Entity => Entities.Customer;

    public Task<ReadOutcome<ErpCustomer>> ReadAsync(string id, CancellationToken ct) => records.ReadAsync(id, ct);

    public LookContent Describe(ErpCustomer customer) => new(customer.Record.ToJsonString(), null, default, customer.ChangedAt, null);

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, ErpCustomer customer, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        foreach (var pair in connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Customers is not null))
        {
            if (await store.OfErpAsync(unit, pair.Name, Entities.Customer, customer.Id, ct) is { } known) await CompareAsync(unit, pair, known, customer, ct);
            else if (IsWanted(pair.Lanes.Customers!, customer)) await AskAsync(unit, new CompareCustomer(pair.Name, "", customer.Id, "erp"), ct);
        }

        return new LookDecision("read");
    }

    public Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct) => Task.FromResult("gone");

    public Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        log.LogWarning("Customer {Id} of connection {Connection} cannot be read: {Reason}", row.Id, connected.Name, reasons.Count > 0 ? reasons[0].Message : "");
        return Task.CompletedTask;
    }

    private bool IsWanted(CustomerLane lane, ErpCustomer customer) =>
        lane is { ToStore: true, NewInStore: true } && customer is { IsActive: true, Email.Length: > 0 } && customer.Id != erp.Customers.GuestCustomer;

    // What we wrote ourselves comes back here: it is what was agreed, and nothing needs to be asked for.
    private async Task CompareAsync(IUnit unit, PairDefinition pair, TwoWayRecord known, ErpCustomer customer, CancellationToken ct)
    {
        var read = mappings.Read(pair, records, customer.Record);
        if (read.Values is { } values && known.Conflicts.Count == 0 && RecordMerge.Of(CustomerMappings.Rules(pair), known, known.Storefront, values).IsSettled)
        {
            if (known.WasWritten) await TwoWayStore.CountAsync(unit, pair.Name, Entities.Customer, TwoWayCounts.Echoes, 1, ct);
            return;
        }

        await AskAsync(unit, new CompareCustomer(pair.Name, known.Id, customer.Id, "erp"), ct);
    }

    private async Task AskAsync(IUnit unit, CompareCustomer question, CancellationToken ct)
    {
        await outbox.EnqueueAsync(unit, CustomerQueues.Erp(question.Pair), question, ct);
        unit.AfterCommit(() => metrics.In(question.Pair, CustomerQueues.ToStore));
    }
}
