using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>One comparison of a customer: what is known, and what a retry sends.</summary>
internal sealed record Comparison
{
    public required PairDefinition Pair { get; init; }

    public required IErp Erp { get; init; }

    public required ICustomerRecords Records { get; init; }

    /// <summary>What was agreed so far; a new record when nothing was.</summary>
    public required TwoWayRecord Record { get; init; }

    /// <summary>The account as the storefront told it just now; null when only the ERP's side may have changed.</summary>
    public Customer? Account { get; init; }

    /// <summary>Number of the account's snapshot.</summary>
    public long Sequence { get; init; }

    /// <summary>What made it necessary.</summary>
    public required string Cause { get; init; }

    /// <summary>What a retry from the attention list sends.</summary>
    public required RetryMessage Retry { get; init; }

    /// <summary>The storefront's values.</summary>
    public required IReadOnlyDictionary<string, string> Storefront { get; init; }

    public RecordKey Key => new(Pair.Name, Entities.Customer, Record.Id, Record.Id);
}
