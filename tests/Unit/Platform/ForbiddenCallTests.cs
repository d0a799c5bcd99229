using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace Integration.Tests.Unit.Platform;

/// <summary>
/// Calls of MassTransit that lose or hide messages here: delayed redelivery needs a broker plugin, circuit breaker and kill
/// switch spend the delivery limit or empty a queue into errors (docs/adr/0003-broker-and-dead-letters.md).
/// </summary>
public sealed class ForbiddenCallTests
{
    private static readonly string[] Forbidden =
    [
        "UseDelayedRedelivery", "UseScheduledRedelivery", "UseDelayedMessageScheduler", "UseCircuitBreaker", "UseKillSwitch", "UseInMemoryOutbox",
        "set_Lazy",
    ];

    [Fact]
    public void No_assembly_of_ours_calls_what_loses_messages()
    {
        var calls = OwnAssemblies().SelectMany(CallsOf).ToHashSet();

        Assert.Contains("UseMessageRetry", calls);
        Assert.Empty(Forbidden.Intersect(calls));
    }

    private static IEnumerable<string> OwnAssemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Integration.*.dll").Where(file => !file.Contains(".Tests.", StringComparison.Ordinal));

    private static List<string> CallsOf(string file)
    {
        using var stream = File.OpenRead(file);
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name))];
    }
}
