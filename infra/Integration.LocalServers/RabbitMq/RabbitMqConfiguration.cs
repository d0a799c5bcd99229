using System.Globalization;

namespace Integration.LocalServers.RabbitMq;

/// <summary>Settings of a private broker: nothing of the machine's own RabbitMQ is read or touched.</summary>
internal static class RabbitMqConfiguration
{
    public const string Plugins = "[rabbitmq_management].\n";

    public static string Text(RabbitMqNode node) => string.Create(CultureInfo.InvariantCulture, $"""
        listeners.tcp.1 = 127.0.0.1:{node.AmqpPort}
        management.tcp.ip = 127.0.0.1
        management.tcp.port = {node.ManagementPort}
        default_user = {node.Administrator}
        default_pass = {node.Password}
        vm_memory_high_watermark.absolute = 1GB
        disk_free_limit.absolute = 100MB
        collect_statistics_interval = 1000
        raft.wal_max_size_bytes = 67108864

        """);

    public static IReadOnlyDictionary<string, string> Environment(RabbitMqNode node, RabbitMqFolder folder) => new Dictionary<string, string>
    {
        ["HOME"] = folder.Home,
        ["RABBITMQ_NODENAME"] = RabbitMqNode.Name,
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = Text(node.AmqpPort),
        ["RABBITMQ_DIST_PORT"] = Text(node.DistributionPort),
        ["ERL_EPMD_PORT"] = Text(node.PortMapperPort),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_MNESIA_BASE"] = folder.Messages,
        ["RABBITMQ_LOG_BASE"] = folder.Logs,
        ["RABBITMQ_PID_FILE"] = folder.ProcessId,
        ["RABBITMQ_CONFIG_FILE"] = folder.Configuration,
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = folder.In("advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = folder.Plugins,
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = folder.In("feature_flags"),
        ["RABBITMQ_SCHEMA_DIR"] = folder.Schema,
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = folder.Generated,
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = ErlangArguments(node),
        // The start script then becomes the server instead of waiting beside it: one process, whose id we know.
        ["detached"] = "1",
    };

    /// <summary>
    /// No busy-waiting, as broker, database and services share few cores; node-to-node traffic on loopback only; and
    /// our identity on the command line, by which a later start knows the process for ours.
    /// </summary>
    private static string ErlangArguments(RabbitMqNode node) =>
        "+sbwt none +sbwtdcpu none +sbwtdio none +S 2:2 -kernel inet_dist_use_interface {127,0,0,1} -integration_server " + node.Identity;

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
