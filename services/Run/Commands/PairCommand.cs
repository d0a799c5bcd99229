using System.CommandLine;
using Integration.Connectors.Pairs;
using Integration.Run.Pairs;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run pair</c>: makes pairs and takes them live.</summary>
internal static class PairCommand
{
    public static Command Build()
    {
        var folder = new Option<string>("--pairs") { Description = "folder of the pair files", DefaultValueFactory = _ => Path.Combine(Repository.Root, "pairs"), Recursive = true };
        var secrets = new Option<string>("--secrets") { Description = "folder of the secret files", DefaultValueFactory = _ => Path.Combine(Repository.Root, ".data", "secrets"), Recursive = true };
        var command = new Command("pair", "Makes pairs of a storefront and an ERP, and takes them live.");
        command.Options.Add(folder);
        command.Options.Add(secrets);

        var create = new Command("new", "Asks what it needs and writes pairs/NAME.json in observe mode; secrets go into files of their own.");
        create.SetAction(result => Guarded.RunAsync(() => Task.FromResult(PairQuestions.Ask(In, Out, result.GetValue(folder)!, result.GetValue(secrets)!))));
        command.Subcommands.Add(create);

        var list = new Command("list", "Lists the pairs and what is wrong with their files.");
        list.SetAction(result => List(result.GetValue(folder)!));
        command.Subcommands.Add(list);

        command.Subcommands.Add(ModeCommand("go-live", "Lets the pair write. What it observed until now is sent.", PairMode.Live, folder));
        command.Subcommands.Add(ModeCommand("observe", "Stops the pair from writing: it reads, maps and shows only.", PairMode.Observe, folder));
        return command;
    }

    private static Command ModeCommand(string name, string description, PairMode mode, Option<string> folder)
    {
        var pair = new Argument<string>("pair") { Description = "the pair's name" };
        var command = new Command(name, description);
        command.Arguments.Add(pair);
        command.SetAction(result => Guarded.RunAsync(() =>
        {
            var file = Path.Combine(result.GetValue(folder)!, $"{result.GetValue(pair)}.json");
            if (!File.Exists(file)) throw new StackException($"There is no {file}. ./run pair list shows the pairs.");
            PairWriter.SetMode(file, mode);
            WriteLine($"{result.GetValue(pair)} is in mode {mode.ToString().ToLowerInvariant()}; a running stack follows within seconds.");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static int List(string folder)
    {
        var problems = 0;
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToArray() : [])
        {
            try
            {
                var pair = PairFile.Read(file);
                WriteLine($"{pair.Name,-30} {pair.Mode.ToString().ToLowerInvariant(),-8} from {pair.From:yyyy-MM-dd}  {pair.Storefront.Kind} {pair.Storefront.Url} → {pair.Erp.Kind} {pair.Erp.Url}");
            }
            catch (PairFileException problem)
            {
                problems++;
                WriteLine(problem.Message);
            }
        }

        return problems == 0 ? 0 : 1;
    }
}
