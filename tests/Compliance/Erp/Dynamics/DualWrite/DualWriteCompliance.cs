namespace Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

/// <summary>Orders in Dataverse, all that becomes of them in Finance and Operations.</summary>
public sealed class DualWriteCompliance : ErpCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DualWriteErp.StartAsync();
}
