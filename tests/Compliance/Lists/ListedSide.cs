using Integration.Connectors.Lanes.Reconciliation.Lists;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;

namespace Integration.Tests.Compliance.Lists;

/// <summary>One side of a pair, its connector, and the hands of the people there.</summary>
internal abstract class ListedSide : IAsyncDisposable
{
    /// <summary>East of Greenwich, and with summer time.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    public abstract IConnector Connector { get; }

    /// <summary>In <see cref="Zone"/>, with a storefront code beyond ASCII and every lane on that has lists.</summary>
    public abstract PairDefinition Pair { get; }

    /// <summary>Orders of one page.</summary>
    public abstract int PageSize { get; }

    /// <summary>The time there, before which no order can be entered.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Enters an order at a moment, and no order before that one afterwards.</summary>
    public abstract Task<ListedOrder> OrderAsync(DateTimeOffset at);

    /// <summary>Enters an order of another shop; its key, or null where the system is one shop.</summary>
    public abstract Task<string?> StrangeOrderAsync();

    public abstract Task CancelAsync(ListedOrder order);

    public abstract Task DeleteAsync(ListedOrder order);

    /// <summary>Makes a customer with an e-mail; its id.</summary>
    public abstract Task<string> CustomerAsync(string email);

    /// <summary>The system asks for fewer calls.</summary>
    public abstract Task ThrottleAsync();

    /// <summary>Access is taken away.</summary>
    public abstract Task DenyAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>The list of an entity, of the connector or made of its ports.</summary>
    public IRecordList List(string entity) => Lists.Single(list => list.Entity == entity);

    /// <summary>Every list that needs no memory of ours.</summary>
    public IEnumerable<IRecordList> Lists =>
        Connector.Lists.Concat(new ILaneLists[] { new CustomerLists(), new ProductLists(), new PaymentLists() }.SelectMany(lists => lists.Of(Connector, Pair)));

    protected static PairDefinition With(PairDefinition pair) => pair with
    {
        TimeZone = Zone, StorefrontCode = "ŻÓŁW", Lanes = new PairLanes { Customers = new CustomerLane(), Products = new ProductLane(), Payments = new PaymentLane() },
    };
}
