namespace Integration.Tests.Compliance.Lists;

public sealed class AcumaticaLists : RecordListCompliance
{
    private protected override Task<ListedSide> StartAsync() => AcumaticaListed.StartAsync();
}
