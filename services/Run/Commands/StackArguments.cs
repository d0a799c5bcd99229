using System.CommandLine;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary>The options that say which stack is meant; the same on every command that starts or finds one.</summary>
/// <param name="pairOfCommand">The command's own option that names any pair: the stack is that of the sandbox pair of this name, or else the usual one.</param>
internal sealed class StackArguments(Option<string>? pairOfCommand = null)
{
    private readonly Option<string> _pair = new("--pair") { Description = $"the sandbox pair: {string.Join(" or ", SandboxErp.Pairs)}; each has its own data", DefaultValueFactory = _ => SandboxPairFile.Pair };
    private readonly Option<string?> _mode = new("--mode") { Description = $"with --pair {DynamicsSandbox.Name}: fno (default), dataverse+fno or dataverse; each has its own data" };
    private readonly Option<string> _broker = new("--broker") { Description = "memory (default), local (a private RabbitMQ from installed binaries) or amqp://…", DefaultValueFactory = _ => "memory" };
    private readonly Option<string> _database = new("--database") { Description = "sqlite (default), local (a private PostgreSQL from installed binaries) or Host=…", DefaultValueFactory = _ => "sqlite" };
    private readonly Option<bool> _separate = new("--separate") { Description = "every service as its own process, with its own database and broker user" };
    private readonly Option<string> _storeApi = new("--store-api") { Description = "the sandbox shop's API: 5.4 (default) or 5.5; each version has its own data", DefaultValueFactory = _ => "5.4" };
    private readonly Option<bool> _addOn = new("--add-on", "--addon") { Description = "the sandbox shop has our X-Cart add-on: it tells of changes at once" };
    private readonly Option<bool> _full = new("--full") { Description = "the pair with every lane, not only orders; has its own data" };
    private readonly Option<bool> _install = new("--install") { Description = "may install the Debian packages of RabbitMQ and PostgreSQL" };
    private readonly Option<string> _data = new("--data") { Description = "folder of everything that is kept", DefaultValueFactory = _ => Path.Combine(Repository.Root, ".data") };

    public void AddTo(Command command)
    {
        if (pairOfCommand is null) command.Options.Add(_pair);
        command.Options.Add(_mode);
        foreach (Option option in new Option[] { _broker, _database, _separate, _storeApi, _addOn, _full, _install, _data }) command.Options.Add(option);
    }

    public StackOptions Read(ParseResult result) => new()
    {
        Pair = pairOfCommand is null ? result.GetValue(_pair)! : SandboxPairOf(result.GetValue(pairOfCommand)),
        Mode = result.GetValue(_mode),
        Broker = result.GetValue(_broker)!,
        Database = result.GetValue(_database)!,
        Separate = result.GetValue(_separate),
        StoreApi = result.GetValue(_storeApi)!,
        AddOn = result.GetValue(_addOn),
        Full = result.GetValue(_full),
        Install = result.GetValue(_install),
        DataRoot = result.GetValue(_data)!,
    };

    private static string SandboxPairOf(string? pair) => pair is not null && SandboxErp.Find(pair) is not null ? pair : SandboxPairFile.Pair;
}
