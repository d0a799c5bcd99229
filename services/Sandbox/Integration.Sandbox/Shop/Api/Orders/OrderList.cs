using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Orders;

/// <summary><c>GET /api/orders</c>: filters, order and page. Filters that it does not know are ignored.</summary>
internal sealed class OrderList(ShopUnit shop, ApiCall call)
{
    public ApiAnswer Answer()
    {
        var view = new OrderView(shop);
        var filters = Filters().OfType<Func<JsonObject, bool>>().ToList();
        var by = Ordering.Of(call, "date", "lastRenewDate");
        if (filters.Count == 0 && by is [(var column, var descending)])
        {
            var page = Paging.Of(call);
            return ApiAnswer.Listed(page, shop.Rows.Unit.Page<JsonObject>("order", column, descending, page.Offset, page.Limit), shop.Rows.Unit.Count("order"), view.Order);
        }

        List<JsonObject> found = [.. shop.Rows.All("order").Where(order => filters.TrueForAll(filter => filter(order)))];
        return ApiAnswer.List(call, Ordering.Sort(found, by), view.Order);
    }

    private IEnumerable<Func<JsonObject, bool>?> Filters() =>
    [
        DateFilter.Of(shop, call, "date", "date"),
        shop.Options.FiltersByRenewal ? DateFilter.Of(shop, call, "lastRenewDate", "lastRenewDate") : null,
        SearchFilter.Of(call, "paymentStatus.code", partial: false, order => OrderStatus.PaymentCode(shop, order)),
        SearchFilter.Of(call, "shippingStatus.code", partial: false, order => OrderStatus.ShippingCode(shop, order)),
        SearchFilter.Of(call, "profile.login", partial: true, order => shop.Rows.Linked(order, "profile", "profile")?.Text("login") ?? ""),
    ];
}
