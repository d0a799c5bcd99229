using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>
/// The pricing engine: works out lines and totals of an active order or invoice. What it cannot price it marks with a pricing error; the call is not refused.
/// It is skipped when sales order processing is integrated and the caller is an integration user.
/// </summary>
internal static class Pricing
{
    private const long ActiveProduct = 0;
    private const long ProductUnderRevision = 3;
    private const long WholeNumbers = 2;

    /// <summary>True when nothing is worked out for the caller.</summary>
    public static bool IsSkipped(Transaction transaction, Record document) => Organization.IsIntegrating(transaction)
        || (document.Table.Name == "salesorder" && document.Whole("statecode") == OrderState.Submitted && Organization.IsIntegrated(transaction));

    /// <summary>Works out a document anew.</summary>
    public static void Run(Transaction transaction, DocumentKind kind, Record document)
    {
        if (IsSkipped(transaction, document) || document.Whole("statecode") != OrderState.Active)
        {
            return;
        }

        var precision = DerivedColumns.Precision(transaction.Find(document.Link("transactioncurrencyid")));
        var lines = transaction.Children(kind.Lines, kind.Link, document.Id).ToList();
        var priced = lines.ConvertAll(line => Line(transaction, document, line, precision));
        var amount = priced.Sum(line => line.Amount);
        var discount = DerivedColumns.Round((document.Number("discountamount") ?? 0m) + (amount * (document.Number("discountpercentage") ?? 0m) / 100m), precision)!.Value;
        var tax = priced.Sum(line => line.Tax);
        Put(
            transaction, document,
            ("totallineitemamount", amount), ("totallineitemdiscountamount", priced.Sum(line => line.Discount)), ("totaldiscountamount", discount), ("totalamountlessfreight", amount - discount),
            ("totaltax", tax), ("totalamount", amount - discount + (document.Number("freightamount") ?? 0m) + tax), ("pricingerrorcode", Error(transaction, document, priced.Exists(line => line.HasError))));
    }

    private static long Error(Transaction transaction, Record document, bool hasBadLine) => transaction.Find(document.Link("pricelevelid")) switch
    {
        null => PricingError.MissingPriceLevel,
        { } list when list.Whole("statecode") != 0 => PricingError.InactivePriceLevel,
        _ => hasBadLine ? PricingError.Detail : PricingError.None,
    };

    private static (decimal Amount, decimal Tax, decimal Discount, bool HasError) Line(Transaction transaction, Record document, Record line, int precision)
    {
        var (found, error) = Price(transaction, document, line);
        var price = DerivedColumns.Round(found, precision);
        var quantity = line.Number("quantity") ?? 0m;
        var basis = DerivedColumns.Round(price * quantity, precision) ?? 0m;
        var discount = line.Number("manualdiscountamount") ?? 0m;
        var amount = basis - ((line.Number("volumediscountamount") ?? 0m) * quantity) - discount;
        var tax = line.Number("tax") ?? 0m;
        Put(
            transaction, line,
            ("priceperunit", price), ("baseamount", basis), ("extendedamount", amount + tax), ("pricingerrorcode", error));
        return (amount, tax, discount, error != PricingError.None);
    }

    private static (decimal? Price, long Error) Price(Transaction transaction, Record document, Record line)
    {
        var given = line.Number("priceperunit");
        if (line.Number("quantity") is not { } quantity)
        {
            return (given, PricingError.MissingQuantity);
        }

        if (line.Flag("isproductoverridden"))
        {
            return (given, given is null ? PricingError.MissingUnitPrice : PricingError.None);
        }

        var product = transaction.Find(line.Link("productid"))!;
        var isSold = product.Whole("statecode") is ActiveProduct or ProductUnderRevision;
        if (line.Flag("ispriceoverridden"))
        {
            return (given, !isSold ? PricingError.InvalidProduct : given is null ? PricingError.MissingUnitPrice : PricingError.None);
        }

        if (!isSold)
        {
            return (null, PricingError.InvalidProduct);
        }

        if (document.Flag("ispricelocked") && given is not null)
        {
            return (given, PricingError.None);
        }

        if (document.Link("pricelevelid") is not { } list || ListPrices.Item(transaction, list, line.Link("productid")!, line.Link("uomid")!) is not { } item)
        {
            return (null, PricingError.ProductNotInPriceLevel);
        }

        var isWhole = decimal.IsInteger(quantity);
        var price = ListPrices.Price(item, product);
        return (price, item.Whole("quantitysellingcode") == WholeNumbers && !isWhole ? PricingError.InvalidQuantity : price is null ? PricingError.MissingPrice : PricingError.None);
    }

    // Only what is different is changed: an unchanged record gets no new version.
    private static void Put(Transaction transaction, Record record, params (string Column, object? Value)[] values)
    {
        foreach (var (column, value) in values)
        {
            if (!Equals(record[column], value))
            {
                record = transaction.Edit(record).Set(column, value);
            }
        }
    }
}
