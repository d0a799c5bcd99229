namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>With order numbers of ours and a manual number sequence, as recommended.</summary>
public sealed class DynamicsCompliance : ErpCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DynamicsErp.StartAsync(ownNumbers: true);
}
