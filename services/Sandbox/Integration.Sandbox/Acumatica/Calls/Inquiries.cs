using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Pricing;
using Integration.Sandbox.Acumatica.Records;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>Inquiries: a PUT with parameters, rows only when they are expanded.</summary>
internal sealed class Inquiries(Tenant tenant, StockInquiries stock, TimeProvider time)
{
    public async Task AnswerAsync(HttpContext context, EntityCall call)
    {
        var change = new ChangeReader(tenant.Endpoint).Read(await CallPipeline.BodyAsync(context), call.Schema);
        var view = call.View(tenant.Endpoint);
        var result = Row.New(tenant.Endpoint, call.Entity.Name);
        Merge.Into(result, change, new HashSet<string>());
        if (call.Entity.Name == "SalesPricesInquiry")
        {
            PriceInquiry.Fill(tenant, result, time.GetUtcNow());
        }
        else if (!stock.Fill(result))
        {
            throw ErpFault.NotFound($"The stand-in does not serve {call.Entity.Name}.");
        }

        await CallPipeline.WriteAsync(context, StatusCodes.Status200OK, RowWriter.Write(result, view));
    }
}
