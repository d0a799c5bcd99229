using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.XCart.AddOn;
using Integration.XCart.Customers;
using Integration.XCart.Api;
using Integration.XCart.Lists;
using Integration.XCart.Setup;

namespace Integration.XCart.Detection;

/// <summary>One of X-Cart's two APIs, with everything that the connector does over it.</summary>
internal interface IShopApi
{
    /// <summary>Which one; never <see cref="ApiChoice.Auto"/>.</summary>
    ApiChoice Choice { get; }

    /// <summary>What it is, for people.</summary>
    string Title { get; }

    /// <summary>True when tracking numbers and staff notes can be written without the add-on.</summary>
    bool WritesWithoutAddOn { get; }

    /// <summary>Named lacks that no add-on mends.</summary>
    IReadOnlyList<string> Lacks { get; }

    IStorefrontOrders Orders { get; }

    IFulfilmentStatusWriter FulfilmentStatus { get; }

    IPaymentStatusWriter PaymentStatus { get; }

    IOrderNoteWriter Notes { get; }

    ITrackingWriter Tracking { get; }

    IErpNumberWriter ErpNumber { get; }

    AddOnBridge AddOn { get; }

    IPlainStockLevels Stock { get; }

    IStockPages StockPages { get; }

    ISales Sales { get; }

    IAsyncEnumerable<ChangePage> PlacedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Rows of one page of <see cref="PlacedAsync"/>.</summary>
    int PlacedPage { get; }

    /// <summary>A part of the orders placed within some days, in an order that stays the same while none is made or deleted.</summary>
    /// <param name="days">The days; null for all orders.</param>
    /// <param name="offset">Rows to leave out; the part begins exactly there.</param>
    /// <param name="ct">Cancels.</param>
    Task<ShopAnswer<PlacedRows>> PlacedAsync(DaySpan? days, int offset, CancellationToken ct);

    /// <summary>A page of the orders placed since a moment, newest first.</summary>
    Task<ListedPage> HistoryAsync(DateTimeOffset since, string? cursor, CancellationToken ct);

    /// <summary>A page of products and variants with their SKUs, from 1.</summary>
    Task<CataloguePage> CatalogueAsync(int page, CancellationToken ct);

    /// <summary>Reads an account.</summary>
    /// <param name="pair">For the lookups of states.</param>
    /// <param name="id">The shop's id.</param>
    /// <param name="known">True when it is known to be an account, even if the shop shows it as it shows guests.</param>
    /// <param name="ct">Cancels.</param>
    Task<ReadOutcome<Customer>> CustomerAsync(PairDefinition pair, string id, bool known, CancellationToken ct);

    IAccountWriter Accounts { get; }

    /// <summary>A page of customers' accounts, from 1.</summary>
    Task<CrawlPage> CustomersAsync(PairDefinition pair, int page, CancellationToken ct);

    /// <summary>A page of customers' accounts, from 1, without their addresses.</summary>
    Task<AccountPage> AccountsAsync(int page, CancellationToken ct);

    /// <summary>Products; the unit of weights and the schedule are the connection's.</summary>
    IProducts Products { get; }

    /// <summary>The doctor's look over this API.</summary>
    Task<IReadOnlyList<ProbeFinding>> ProbeAsync(bool tryWriting, CancellationToken ct);
}
