using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>The price that a line has when none is sent.</summary>
internal static class Prices
{
    /// <summary>The best of the trade agreements for the customer, his price group or everybody; else the item's own price, which is in the legal entity's currency.</summary>
    public static decimal Of(Save save, Row order, Row item, Row line)
    {
        var (currency, quantity, today) = (order.Text("CurrencyCode"), Math.Abs(line.Number("OrderedSalesQuantity")), save.Today);
        var agreed = save.By(Tables.Prices, item.Company, "ItemNumber", item.Text("ItemNumber")).Where(price =>
            price.Text("PriceCurrencyCode") == currency && price.Text("QuantityUnitySymbol").Equals(line.Text("SalesUnitSymbol"), StringComparison.OrdinalIgnoreCase)
            && quantity >= price.Number("FromQuantity") && (price.Number("ToQuantity") == 0 || quantity < price.Number("ToQuantity"))
            && (price.Instant("PriceApplicableFromDate") ?? today) <= today && (price.Instant("PriceApplicableToDate") ?? today) >= today
            && IsFor(price, order)).Select(price => price.Number("Price")).ToList();
        return agreed.Count > 0 ? agreed.Min() : currency == "USD" ? item.Number("SalesPrice") * (Units.Factor(item, line.Text("SalesUnitSymbol")) ?? 1m) : 0m;
    }

    private static bool IsFor(Row price, Row order)
    {
        var (customer, group) = (price.Text("CustomerAccountNumber"), price.Text("PriceCustomerGroupCode"));
        return customer.Length > 0 ? customer == order.Text("OrderingCustomerAccountNumber") : group.Length == 0 || group == order.Text("PriceCustomerGroupCode");
    }
}
