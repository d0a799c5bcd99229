using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>Stock inquiries: a PUT with parameters, rows only when they are expanded.</summary>
internal sealed class Inquiries(Tenant tenant)
{
    public async Task AnswerAsync(HttpContext context, EntityCall call)
    {
        var change = new ChangeReader(tenant.Endpoint).Read(await CallPipeline.BodyAsync(context), call.Schema);
        var view = call.View(tenant.Endpoint);
        var result = Row.New(tenant.Endpoint, call.Entity.Name);
        Merge.Into(result, change, new HashSet<string>());
        Fill(result);
        await CallPipeline.WriteAsync(context, StatusCodes.Status200OK, RowWriter.Write(result, view));
    }

    private void Fill(Row result)
    {
        var items = tenant.All("StockItem").Where(item => result.Schema.Find("InventoryID") is null || !result.Has("InventoryID")
            || item.Text("InventoryID").Equals(result.Text("InventoryID"), StringComparison.OrdinalIgnoreCase)).ToList();
        switch (result.Schema.Name)
        {
            case "InventoryQuantityAvailable":
                foreach (var item in items)
                {
                    result.Add("Results").Set("InventoryID", item.Text("InventoryID")).Set("QtyAvailable", Stock.Of(tenant, item).Available)
                        .Set("LastModifiedDateTime", item.Instant("LastModifiedDateTime"));
                }

                break;
            case "InventorySummaryInquiry":
                foreach (var item in items.Where(_ => result.Has("InventoryID")))
                {
                    var stock = Stock.Of(tenant, item);
                    result.Add("Results").Set("WarehouseID", "MAIN").Set("LocationID", "R1S1").Set("BaseUOM", item.Text("BaseUOM")).Set("QtyOnHand", stock.OnHand)
                        .Set("QtyAvailable", stock.Available).Set("QtyAvailableForShipment", stock.OnHand - stock.Shipped).Set("QtyNotAvailable", 0m);
                }

                break;
            case "StorageDetailsInquiry":
                foreach (var item in items)
                {
                    var stock = Stock.Of(tenant, item);
                    result.Add("StorageDetails").Set("InventoryID", item.Text("InventoryID")).Set("WarehouseID", "MAIN").Set("QtyOnHand", stock.OnHand)
                        .Set("QtyAvailable", stock.Available).Set("QtyAvailableforIssue", stock.OnHand - stock.Shipped).Set("QtyHardAvailable", stock.OnHand - stock.Shipped)
                        .Set("LastModifiedDateofWarehouseQty", item.Instant("LastModifiedDateTime"));
                }

                break;
            case "InventoryAllocationInquiry" when items is [var only] && result.Has("InventoryID"):
                var figures = Stock.Of(tenant, only);
                result.Set("OnHand", figures.OnHand).Set("Available", figures.Available).Set("AvailableForShipping", figures.OnHand - figures.Shipped)
                    .Set("SOBooked", figures.Booked).Set("SOShipped", figures.Shipped).Set("BaseUnit", only.Text("BaseUOM"));
                break;
        }
    }
}
