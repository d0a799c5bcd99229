using System.Diagnostics;

namespace Integration.LocalServers.Processes;

/// <summary>Environment of a started program: ours, without settings meant for another RabbitMQ, Erlang or PostgreSQL.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] Foreign = ["RABBITMQ_", "ERL_", "PG", "NOTIFY_SOCKET", "LISTEN_"];

    public static void Apply(ProcessStartInfo start, IReadOnlyDictionary<string, string> own)
    {
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in own)
            start.Environment[name] = value;
    }

    private static bool IsForeign(string name) => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
