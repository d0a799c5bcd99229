namespace Integration.Sandbox.Shop;

/// <summary>How a shop stand-in is set up.</summary>
public sealed record ShopOptions
{
    /// <summary>SQLite file that holds the shop; created and filled with the seed when it is new.</summary>
    public required string DataFile { get; init; }

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Which API it speaks. A file is good for either: the tables are the same.</summary>
    public ShopApi Api { get; init; } = ShopApi.Legacy54;

    /// <summary>
    /// 5.5 only: whether orders can be asked for by <c>lastRenewDate[after]</c>, as the documentation of 5.5.1 says and
    /// 5.5.0.29 cannot.
    /// </summary>
    public bool FiltersByRenewal { get; init; }

    /// <summary>5.4: the REST add-on's read-only key (<c>key_read</c>). 5.5: the API's <c>token_read</c>. Empty disables it.</summary>
    public string ReadKey { get; init; } = "sandbox-read-key";

    /// <summary>5.4: the REST add-on's read/write key (<c>key</c>). 5.5: the API's <c>token_all</c>. Empty disables it.</summary>
    public string WriteKey { get; init; } = "sandbox-write-key";

    /// <summary>Whether the shop has our add-on from its start; null leaves it as the file has it (a new shop has none).</summary>
    public bool? AddOn { get; init; }

    /// <summary>How long a second lasts in the add-on's schedule of repeated hints.</summary>
    public TimeSpan HintSecond { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The shop's currency, ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Name of the shop in <c>/_sandbox/state</c>.</summary>
    public string StoreCode { get; init; } = "SHOP1";

    /// <summary>
    /// <c>http_host</c> of etc/config.php, without port: a request to any other host is answered 302.
    /// </summary>
    public string HttpHost { get; init; } = "127.0.0.1";

    /// <summary>First order number of a new shop.</summary>
    public long FirstOrderNumber { get; init; } = 1;

    /// <summary>
    /// Rows to fill a new shop with, a JSON object of arrays by entity name, instead of the built-in catalogue.
    /// A to-one link is the other row's id.
    /// </summary>
    public string? SeedRows { get; init; }

    /// <summary>Sales-tax rates; the first that fits a line and an address counts.</summary>
    public IReadOnlyList<SalesTaxRate> TaxRates { get; init; } =
    [
        new("US", "Reduced", 2.5m), new("US", "", 8.875m), new("CA", "", 13m),
    ];

    /// <summary>Volume discount in percent for a subtotal of <see cref="VolumeDiscountFrom"/> or more; 0 for none.</summary>
    public decimal VolumeDiscountPercent { get; init; } = 5;

    /// <summary>Subtotal from which the volume discount is given, in the order's currency.</summary>
    public decimal VolumeDiscountFrom { get; init; } = 1000;

    /// <summary>Clock of the shop.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
