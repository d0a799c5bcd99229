using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Items;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Pricing;

/// <summary>Sales price worksheets (AR202010): pending prices that come into force when the worksheet is released.</summary>
internal sealed class PriceWorksheetScreen() : Screen("SalesPriceWorksheet", "Sales Price Worksheet")
{
    private static readonly string[] Types = [SalesPrices.Base, SalesPrices.Customer, SalesPrices.PriceClass];

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string> { "SalesPriceWorksheet.Status", "SalesPricesWorksheetDetail.LineID", "SalesPricesWorksheetDetail.SourcePrice" };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = new Dictionary<string, ScreenAction>
    {
        ["ReleaseSalesPriceWorksheet"] = new(true, (save, worksheet, _) => Release(save, worksheet)),
    };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Hold", true).Set("EffectiveDate", new DateTimeOffset(save.Now.Date, TimeSpan.Zero));

    /// <inheritdoc/>
    public override void Number(Save save, Row row) => row.Set("ReferenceNbr", save.Next("SalesPriceWorksheet", "PW"));

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        if (row.Text("Status") != "Released")
        {
            base.Apply(save, row, change, isNew);
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (row.Text("Status") == "Released")
        {
            return;
        }

        row.Set("Status", row.Flag("Hold") ? "On Hold" : "Open");
        var number = 0L;
        foreach (var line in row.Lines("SalesPrices"))
        {
            line.Set("LineID", ++number).Set("ReferenceNbr", row.Text("ReferenceNbr")).Default("PriceType", SalesPrices.Base).Default("CurrencyID", "USD").Default("BreakQty", 0m);
            Check(save, line);
        }
    }

    private static void Check(Save save, Row line)
    {
        if (!Types.Contains(line.Text("PriceType")))
        {
            line.Fail("PriceType", $"'{line.Text("PriceType")}' is not one of the values allowed for 'Price Type'.");
        }

        if (ItemScreen.Find(save, line.Text("InventoryID")) is not { } item)
        {
            Missing(line, "InventoryID", "Inventory ID", line.Text("InventoryID"));
            return;
        }

        line.Set("InventoryID", item.Text("InventoryID")).Default("UOM", ItemScreen.SalesUnit(item)).Set("SourcePrice", item.Number("DefaultPrice"));
        if (!Units.IsKnown(item, line.Text("UOM")))
        {
            Missing(line, "UOM", "UOM", line.Text("UOM"));
        }

        if (save.Find("Currency", line.Text("CurrencyID")) is null)
        {
            Missing(line, "CurrencyID", "Currency", line.Text("CurrencyID"));
        }

        var owner = line.Text("PriceType") switch { SalesPrices.Customer => "Customer", SalesPrices.PriceClass => "CustomerPriceClass", _ => null };
        if (owner is not null && save.Find(owner, line.Text("PriceCode")) is null)
        {
            Missing(line, "PriceCode", "Price Code", line.Text("PriceCode"));
        }
    }

    private static void Release(Save save, Row worksheet)
    {
        if (worksheet.Text("Status") != "Open")
        {
            throw ErpFault.Disabled("Release");
        }

        var from = worksheet.Instant("EffectiveDate") ?? new DateTimeOffset(save.Now.Date, TimeSpan.Zero);
        foreach (var line in worksheet.Lines("SalesPrices"))
        {
            foreach (var earlier in save.All(InternalTables.SalesPrice).Where(price => IsSame(price, line) && SalesPrices.IsInForce(price, from)).Select(save.Edit))
            {
                if (earlier.Instant("EffectiveDate") >= from || worksheet.Flag("OverwriteOverlappingPrices"))
                {
                    save.Delete(earlier);
                }
                else
                {
                    earlier.Set("ExpirationDate", from.AddDays(-1));
                }
            }

            save.Next("SalesPrice", "");
            save.Insert(save.New(InternalTables.SalesPrice).Set("RecordID", save.Numbers["SalesPrice"])).Set("PriceType", line.Text("PriceType")).Set("PriceCode", line.Text("PriceCode"))
                .Set("InventoryID", line.Text("InventoryID")).Set("UOM", line.Text("UOM")).Set("CurrencyID", line.Text("CurrencyID")).Set("BreakQty", line.Number("BreakQty"))
                .Set("Price", line.Number("PendingPrice")).Set("EffectiveDate", from).Set("ExpirationDate", worksheet.Instant("ExpirationDate")).Set("Promotion", worksheet.Has("ExpirationDate"))
                .Set("Description", line.Text("Description"));
        }

        worksheet.Set("Status", "Released");
    }

    private static bool IsSame(Row price, Row line) => price.Number("BreakQty") == line.Number("BreakQty")
        && ((string[])["PriceType", "PriceCode", "InventoryID", "UOM", "CurrencyID"]).All(field => price.Text(field).Equals(line.Text(field), StringComparison.OrdinalIgnoreCase));
}
