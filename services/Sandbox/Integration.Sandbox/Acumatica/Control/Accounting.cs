using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Plays the accountants.</summary>
internal sealed class Accounting(Tenant tenant)
{
    /// <summary>Sets the status of a financial period.</summary>
    public Task<JsonObject> SetPeriodAsync(PeriodRequest request, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var year = save.All("FinancialPeriod").FirstOrDefault(row => row.Lines("Details").Exists(period => period.Text("FinancialPeriodID") == request.Period))
                ?? throw ErpFault.NotFound($"There is no financial period {request.Period}.");
            save.Edit(year).Lines("Details").Find(period => period.Text("FinancialPeriodID") == request.Period)!
                .Set("Status", request.Status).Set("ClosedInAR", request.ClosedInAr || request.Status is "Closed" or "Locked");
            return new JsonObject { ["period"] = request.Period, ["status"] = request.Status };
        },
        cancellationToken);
}
