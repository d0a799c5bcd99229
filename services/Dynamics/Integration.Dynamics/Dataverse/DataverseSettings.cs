namespace Integration.Dynamics.Dataverse;

/// <summary>Settings that only the modes with Dataverse have.</summary>
internal sealed record DataverseSettings
{
    /// <summary>Text column of sales orders that holds our reference; an alternate key on it keeps a second order out.</summary>
    public string ExternalId { get; init; } = "xci_externalid";

    /// <summary>Text column of order lines that holds the shop's line; null for that of dual-write, or none.</summary>
    public string? LineKey { get; init; } = "xci_externalid";

    /// <summary>Text column of products that holds the shop's SKU.</summary>
    public string ProductColumn { get; init; } = "productnumber";

    /// <summary>Name of the price list of each currency (ISO 4217).</summary>
    public IReadOnlyDictionary<string, string> PriceLists { get; init; } = new Dictionary<string, string>();

    /// <summary>Text column of accounts with an alternate key, under which accounts of orders are made; null makes them without. Only mode <c>dataverse</c> makes accounts.</summary>
    public string? AccountKey { get; init; } = "xci_externalid";

    /// <summary>Price list whose amounts are prices for everybody; null for the product's own list price.</summary>
    public string? MainPriceList { get; init; }

    /// <summary>Unit group of new products; null: none are made.</summary>
    public string? UnitGroup { get; init; }

    /// <summary>What the one place is called whose stock is <c>product.quantityonhand</c>.</summary>
    public string StockPlace { get; init; } = "Dataverse";

    /// <summary>What our writes are tagged with.</summary>
    public string Tag { get; init; } = "xci";

    /// <summary>Number column of sales orders for the score of unusualness, or null.</summary>
    public string? AnomalyScore { get; init; }

    /// <summary>Number column of sales orders for the score of credit, or null.</summary>
    public string? CreditScore { get; init; }

    /// <summary>How long products, units, price lists and currencies that were found are taken as they were.</summary>
    public TimeSpan RememberFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Value of <c>msdyn_status</c> that a running dual-write map has; null: a map that is listed counts as running.</summary>
    public string? RunningStatus { get; init; }

    /// <summary>What is wrong with them.</summary>
    public IEnumerable<(string Key, string Problem, string Fix)> Mistakes()
    {
        foreach (var (key, column) in (IEnumerable<(string, string?)>)[("externalId", ExternalId), ("lineKey", LineKey), ("productColumn", ProductColumn), ("accountKey", AccountKey), ("anomalyScore", AnomalyScore), ("creditScore", CreditScore)])
            if (column is not null && !IsColumn(column)) yield return ($"dataverse.{key}", "It is no logical name of a column.", "Write the column's logical name, such as xci_externalid.");
        foreach (var (currency, list) in PriceLists)
            if (currency.Length != 3 || list.Trim().Length == 0) yield return ("dataverse.priceLists", $"\"{currency}\": \"{list}\" is no price list of a currency.", "Write the currency's code and the price list's name, such as \"USD\": \"Web\".");
        if (PriceLists.Count == 0) yield return ("dataverse.priceLists", "No price list is named: Sales takes no order without one.", "Write a price list for each currency of the shop, such as { \"USD\": \"Web\" }.");
        if (Tag.Length is 0 or > 50 || !Tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')) yield return ("dataverse.tag", "It is no tag.", "Leave it out for xci.");
        if (StockPlace.Trim().Length == 0) yield return ("dataverse.stockPlace", "The name is empty.", "Leave it out for Dataverse.");
        if (RememberFor < TimeSpan.Zero) yield return ("dataverse.rememberFor", "The time is negative.", "Leave it out for 5 minutes.");
    }

    private static bool IsColumn(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
