namespace Integration.Tests.Compliance.Erp.Acumatica;

public sealed class AcumaticaStockByEndpoint : ErpStock
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await AcumaticaErp.StartAsync(unique: true);
}
