using Integration.Tests.Compliance.Erp.Returns;

namespace Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

/// <summary>Returns in Finance and Operations of orders that were made in Dataverse.</summary>
public sealed class DualWriteReturnsCompliance : ErpReturnsCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpReturnsUnderTest> StartAsync() => new DynamicsReturnsErp(await DualWriteErp.StartAsync(DynamicsReturnsErp.Settings(linkToSale: true)));
}
