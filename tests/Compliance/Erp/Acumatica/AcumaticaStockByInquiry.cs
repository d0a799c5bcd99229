using System.Text.Json.Nodes;

namespace Integration.Tests.Compliance.Erp.Acumatica;

public sealed class AcumaticaStockByInquiry : ErpStock
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await AcumaticaErp.StartAsync(unique: true, new JsonObject { ["inquiry"] = "IC-Stock" });
}
