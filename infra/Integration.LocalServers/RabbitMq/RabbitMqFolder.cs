namespace Integration.LocalServers.RabbitMq;

/// <summary>The files of one private broker.</summary>
internal sealed record RabbitMqFolder(string Path)
{
    public string State => In("rabbitmq.json");

    public string Configuration => In("rabbitmq.conf");

    public string Plugins => In("enabled_plugins");

    public string ProcessId => In("rabbitmq.pid");

    public string PortMapperId => In("epmd.pid");

    public string Console => In("console.log");

    public string Logs => In("logs");

    public string BrokerLog => System.IO.Path.Combine(Logs, RabbitMqNode.Name + ".log");

    public string Messages => In("mnesia");

    /// <summary>One folder per quorum queue, named by its identity, and the directory <c>names.dets</c> that leads to them.</summary>
    public string QuorumQueues => System.IO.Path.Combine(Messages, RabbitMqNode.Name, "quorum", RabbitMqNode.Name);

    public string Home => In("home");

    public string Generated => In("generated");

    public string Schema => In("schema");

    public void Create()
    {
        foreach (var folder in new[] { Path, Logs, Messages, Home, Generated, Schema })
            Directory.CreateDirectory(folder);
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);
}
