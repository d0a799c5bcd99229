using Integration.Contracts.Routing;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>The lane's names and queues.</summary>
internal static class CustomerQueues
{
    /// <summary>From the storefront to the ERP.</summary>
    public const string ToErp = LaneNames.Customers + LaneNames.ToErp;

    /// <summary>From the ERP to the storefront.</summary>
    public const string ToStore = LaneNames.Customers + LaneNames.ToStore;

    /// <summary>The ERP's adapter: accounts that changed, comparisons, answers of the storefront, decisions.</summary>
    public static string Erp(string pair) => Queues.Write(pair, ToErp);

    /// <summary>The storefront's gateway: fields to write.</summary>
    public static string Store(string pair) => Queues.Write(pair, ToStore);

    /// <summary>The storefront's gateway: accounts to read again.</summary>
    public static string Reread(string pair) => Queues.Read(pair, ToErp);

    /// <summary>The ERP's adapter: customers to read again.</summary>
    public static string RereadErp(string pair) => Queues.Read(pair, ToStore);
}
