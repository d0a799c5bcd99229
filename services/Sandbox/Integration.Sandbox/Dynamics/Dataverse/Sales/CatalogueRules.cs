using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>Rules of products, price list items and units.</summary>
internal static class CatalogueRules
{
    private const long Family = 2;
    private const long Retired = 1;
    private const long CurrencyAmount = 1;

    /// <summary>A unit must belong to the product's unit group.</summary>
    public static void CheckUnit(Record product, Record unit)
    {
        if (unit.Link("uomscheduleid")?.Id != product.Link("defaultuomscheduleid")?.Id)
        {
            throw DataverseFault.BadRequest(ErrorCode.ProductInvalidUnit, "The specified unit is not valid for this product.");
        }
    }

    public static void Product(Transaction transaction, Record product, bool isNew)
    {
        if (product["productnumber"] is { } number && transaction.By("product", ["productnumber"], number).Any(other => other.Id != product.Id))
        {
            throw DataverseFault.Exists();
        }

        product.Set("transactioncurrencyid", product.Link("transactioncurrencyid") ?? Organization.BaseCurrency(transaction));
        if (transaction.Find(product.Link("defaultuomid")) is { } unit)
        {
            CheckUnit(product, unit);
        }

        if (isNew && Organization.Row(transaction).Flag("createproductswithoutparentinactivestate"))
        {
            product.Set("statecode", 0L).Set("statuscode", 1L);
        }
    }

    public static void PriceListItem(Transaction transaction, Record item)
    {
        if (transaction.Find(item.Link("pricelevelid")) is not { } list || transaction.Find(item.Link("productid")) is not { } product)
        {
            return;
        }

        if (product.Whole("productstructure") == Family)
        {
            throw DataverseFault.BadRequest(ErrorCode.CannotAddPricelistToProductFamily, "You can't add a product family to a pricelist.");
        }

        if (product.Whole("statecode") == Retired)
        {
            throw DataverseFault.BadRequest(ErrorCode.CannotAddRetiredProductToPricelist, "Retired products can not be added to pricelists.");
        }

        var unit = transaction.Find(item.Link("uomid")) ?? throw DataverseFault.BadRequest(ErrorCode.MissingUomId, "The unit id is missing.");
        CheckUnit(product, unit);
        if (transaction.By("productpricelevel", ["pricelevelid", "productid", "uomid"], list.Reference, product.Reference, unit.Reference).Any(other => other.Id != item.Id))
        {
            throw DataverseFault.BadRequest(ErrorCode.DuplicateProductPriceLevel, "This product and unit combination has a price for this price list.");
        }

        if (item.Whole("pricingmethodcode") != CurrencyAmount && !Equals(product.Link("transactioncurrencyid"), list.Link("transactioncurrencyid")))
        {
            throw DataverseFault.BadRequest(
                ErrorCode.InvalidPriceLevelCurrencyForPricingMethod, "The currency of the price list needs to match the currency of the product for pricing method percentage.");
        }

        item.Set("transactioncurrencyid", list.Link("transactioncurrencyid")).Set("productnumber", product.Text("productnumber")).Set("uomscheduleid", unit.Link("uomscheduleid"));
    }
}
