using Integration.Connectors.Ports;

namespace Integration.Dynamics;

/// <summary>What a connection serves, whichever system each port is of.</summary>
internal sealed record DynamicsPorts
{
    /// <summary>Writing and looking up orders.</summary>
    public required ISalesOrders SalesOrders { get; init; }

    /// <summary>Whether a second order of one reference is refused by the system that takes orders.</summary>
    public required Func<bool> RefusesSecondOrder { get; init; }

    /// <summary>Customers of orders.</summary>
    public required IErpCustomers Customers { get; init; }

    /// <summary>Customers as records of their own.</summary>
    public required ICustomerRecords CustomerRecords { get; init; }

    /// <summary>What became of orders.</summary>
    public required IFulfilmentReader Fulfilment { get; init; }

    /// <summary>What is pushed to the connection.</summary>
    public required IPushReader Push { get; init; }

    /// <summary>The shop's money; null where there is no ledger.</summary>
    public IErpPayments? Payments { get; init; }

    /// <summary>Goods that come back, and credit notes; null where there are none.</summary>
    public IErpReturns? Returns { get; init; }

    /// <summary>Products and prices.</summary>
    public required IErpProducts Products { get; init; }

    /// <summary>Stock.</summary>
    public required IErpStock Stock { get; init; }

    /// <summary>Lists for reconciliation.</summary>
    public required IReadOnlyList<IRecordList> Lists { get; init; }

    /// <summary>Mappings that may be replaced by a document.</summary>
    public required IReadOnlyList<MappingPort> Mappings { get; init; }
}
