namespace Integration.Tests.Compliance.Lists;

public sealed class DataverseLists : RecordListCompliance
{
    private protected override Task<ListedSide> StartAsync() => DataverseListed.StartAsync();
}
