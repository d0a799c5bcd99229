using Integration.Tests.Compliance.Erp.Returns;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Returns and credit notes in F&amp;O, with lines that name those of their sale.</summary>
public sealed class DynamicsReturnsCompliance : ErpReturnsCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpReturnsUnderTest> StartAsync() => await DynamicsReturnsErp.StartAsync(linkToSale: true);
}
