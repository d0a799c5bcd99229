namespace Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

/// <summary>Stock of Finance and Operations beside Dataverse.</summary>
public sealed class DualWriteStockCompliance : ErpStock
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DualWriteErp.StartAsync();
}
