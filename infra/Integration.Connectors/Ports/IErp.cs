namespace Integration.Connectors.Ports;

/// <summary>An ERP. A port that the system cannot serve is null, and named in <see cref="Capabilities.Unsupported"/>.</summary>
public interface IErp : IConnector
{
    /// <summary>
    /// The longest time after which a request that we gave up on may still commit, when the ERP enforces no unique reference
    /// (Acumatica: may hold a request 10 minutes and run an aborted one on for 30, hence 35 minutes by default).
    /// </summary>
    TimeSpan LongestLateCommit { get; }

    /// <summary>Writing and looking up sales orders.</summary>
    ISalesOrders SalesOrders { get; }

    /// <summary>Finding and creating customers.</summary>
    IErpCustomers Customers { get; }

    /// <summary>Reading the progress of orders and shipments.</summary>
    IFulfilmentReader Fulfilment { get; }

    /// <summary>Reading push notifications, or null.</summary>
    IPushReader? Push => null;

    /// <summary>Booking the shop's money, or null.</summary>
    IErpPayments? Payments => null;

    /// <summary>Returns of goods and credits, or null.</summary>
    IErpReturns? Returns => null;

    /// <summary>Products and their prices, or null.</summary>
    IErpProducts? Products => null;

    /// <summary>Reading and writing customers as records of their own, or null.</summary>
    ICustomerRecords? CustomerRecords => null;

    /// <summary>Reading stock figures, or null.</summary>
    IErpStock? Stock => null;
}
