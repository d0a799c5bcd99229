using System.Runtime.CompilerServices;
using System.Text.Json;
using Integration.Contracts.Serialization;
using Xunit;

namespace Integration.Tests.Unit.Contracts;

/// <summary>Freezes the JSON of every message: what is on the broker and in the outbox during an upgrade must still be understood.</summary>
public sealed class ContractApprovalTests
{
    private static readonly JsonSerializerOptions Indented = new(ContractsJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> Messages => [.. ContractSamples.All.Select(message => message.GetType().Name)];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_has_its_approved_JSON_and_reads_back_equal(string name)
    {
        var message = ContractSamples.All.Single(sample => sample.GetType().Name == name);
        var json = JsonSerializer.Serialize(message, message.GetType(), Indented) + "\n";
        var file = Path.Combine(Folder(), $"{name}.json");
        if (Environment.GetEnvironmentVariable("INTEGRATION_APPROVE") == "1") await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), json);
        var back = JsonSerializer.Deserialize(json, message.GetType(), ContractsJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(back, message.GetType(), Indented) + "\n");
    }

    [Fact]
    public void Every_message_has_a_sample()
    {
        var messages = typeof(ContractsJson).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && (typeof(Integration.Contracts.Orders.IOrderMessage).IsAssignableFrom(type)))
            .Select(type => type.Name).Order(StringComparer.Ordinal);
        Assert.Empty(messages.Except(ContractSamples.All.Select(message => message.GetType().Name)));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Approved");
}
