using System.CommandLine;
using Integration.Connectors.Pairs;
using Integration.Run.Commands;
using Integration.Run.Stack;

namespace Integration.Run.Pairs;

/// <summary>The options that say which pair is meant and where its files are: in the stack's own folder, or in the checkout's <c>pairs</c>.</summary>
internal sealed class PairPlace
{
    private readonly Option<string> _pair = new("--pair") { Description = "the pair", Required = true };
    private readonly Option<string?> _folder = new("--pairs") { Description = "folder of the pair files (default: the stack's own, then pairs)" };
    private readonly Option<string?> _secrets = new("--secrets") { Description = "folder of the secret files (default: secrets in --data)" };
    private readonly StackArguments _stack;

    public PairPlace() => _stack = new StackArguments(_pair);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _pair, _folder, _secrets }) command.Options.Add(option);
        _stack.AddTo(command);
    }

    public StackOptions Stack(ParseResult result) => _stack.Read(result);

    public PairDefinition Find(ParseResult result)
    {
        var name = result.GetValue(_pair)!;
        var folders = result.GetValue(_folder) is { } given ? [given] : new[] { Path.Combine(Stack(result).DataFolder, "pairs"), Path.Combine(Repository.Root, "pairs") };
        var file = folders.Select(folder => Path.Combine(folder, $"{name}.json")).FirstOrDefault(File.Exists)
            ?? throw new StackException($"There is no {name}.json in {string.Join(" or ", folders)}. Name its folder with --pairs, or make the pair with ./run pair new.");
        return PairFile.Read(file);
    }

    public string Secrets(ParseResult result) => result.GetValue(_secrets) ?? Path.Combine(Stack(result).DataRoot, "secrets");
}
