namespace Integration.Contracts.Routing;

/// <summary>The queue names: one per pair and lane half, and the shared ones. What is sent where is decided here and nowhere else.</summary>
public static class Queues
{
    /// <summary>Everything that moves an order's saga.</summary>
    public static string OrderToCash(string pair) => $"{pair}.order-to-cash";

    /// <summary>Orders that a scoring service is asked about; consumed by that service.</summary>
    public static string OrdersScreening(string pair) => $"{pair}.orders.screening";

    /// <summary>Writing half of the order lane, hosted by the ERP's adapter: submit and cancel.</summary>
    public static string OrdersSubmit(string pair) => $"{pair}.orders.submit";

    /// <summary>Reading half of the order lane, hosted by the storefront's gateway: operators' re-reads.</summary>
    public static string OrdersRead(string pair) => $"{pair}.orders.read";

    /// <summary>Writing half of the status lane, hosted by the storefront's gateway: status, tracking, ERP number.</summary>
    public static string OrdersStatus(string pair) => $"{pair}.orders.status";

    /// <summary>Reading half of the shipment lane, hosted by the ERP's adapter: operators' re-reads.</summary>
    public static string ShipmentsRead(string pair) => $"{pair}.shipments.read";

    /// <summary>Reading half of a lane: what it is told or asked, and operators' re-reads. Hosted by the service of the side that is read.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="lane">The lane, such as <c>products</c>; with a direction where both sides read: <c>products.to-erp</c>.</param>
    public static string Read(string pair, string lane) => $"{pair}.{lane}.read";

    /// <summary>Writing half of a lane. Hosted by the service of the side that is written.</summary>
    /// <inheritdoc cref="Read"/>
    public static string Write(string pair, string lane) => $"{pair}.{lane}.write";

    /// <summary>What comes back to a backfill from the lane's writing half. Hosted by the service of the side that is read.</summary>
    /// <inheritdoc cref="Read"/>
    public static string Backfill(string pair, string lane) => $"{pair}.{lane}.backfill";

    /// <summary>Operators' commands to the service that holds a connection.</summary>
    public static string Connection(string connection) => $"{connection}.connection";

    /// <summary>Timeline, attention list and connection states, hosted by the console.</summary>
    public const string Console = "console.timeline";

    /// <summary>Lists that a reconciliation asks one side of a pair for, hosted by that side's service.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="side">One of <c>store</c> or <c>erp</c>.</param>
    public static string Lists(string pair, string side) => Read(pair, $"reconciliation.{side}");

    /// <summary>Answers to a reconciliation, hosted by the console.</summary>
    public const string Reconciliation = "console.reconciliation";

    /// <summary>Every dead letter of the broker, hosted by the console.</summary>
    public const string AttentionIntake = "attention.intake";
}
