using Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

namespace Integration.Tests.Compliance.Lists;

public sealed class DualWriteLists : RecordListCompliance
{
    private protected override async Task<ListedSide> StartAsync() => new FinanceListed(await DualWriteErp.StartAsync());
}
