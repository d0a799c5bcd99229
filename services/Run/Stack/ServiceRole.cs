namespace Integration.Run.Stack;

/// <summary>One service of a separate stack.</summary>
/// <param name="Name">Its name: of its process, log file, broker user, database and schema.</param>
/// <param name="Project">Folder of its host's project.</param>
internal sealed record ServiceRole(string Name, string Project)
{
    public static readonly ServiceRole Gateway = new("xcart-gateway", "services/XCart/Integration.XCart.Host");
    /// <summary>The adapter of the usual pair's ERP.</summary>
    public static readonly ServiceRole Adapter = new("acumatica-adapter", "services/Acumatica/Integration.Acumatica.Host");
    public static readonly ServiceRole DynamicsAdapter = new("dynamics-adapter", "services/Dynamics/Integration.Dynamics.Host");
    public static readonly ServiceRole OrderToCash = new("order-to-cash", "services/OrderToCash/Integration.OrderToCash.Host");
    public static readonly ServiceRole Console = new("console", "services/Console/Integration.Console.Host");
    public static readonly ServiceRole Sandbox = new("sandbox", "services/Sandbox/Integration.Sandbox.Host");

    /// <summary>Our services of the usual pair, without the sandbox.</summary>
    public static readonly IReadOnlyList<ServiceRole> Services = [Gateway, Adapter, OrderToCash, Console];

    /// <summary>The name as a database identifier.</summary>
    public string Identifier => Name.Replace('-', '_');
}
